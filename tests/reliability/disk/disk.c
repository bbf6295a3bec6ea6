/* Stands between a program and the disk (LD_PRELOAD): counts what it asks for below one folder, lets a chosen operation
 * fail or be the last, and writes a log of all that reached the system, in its order. Linux only.
 *
 * The program itself says what is wanted: disk_arm(...) and disk_log(...), called by name once it is running.
 * Only what is asked for through libc's own functions is seen; SQLite and Python ask so. Memory maps are not followed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))
enum { READS = 1, WRITES = 2, SYNCS = 4, NAMES = 8 };

static char under[PATH_MAX];
static size_t under_length;
static long counted, fail_at, kill_at, failed;
static int error_number, sticky, kinds, log_fd = -1;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

/* Fail operation `at` of the kinds (a sum of the above) with `number`, or all from there on; be killed at `kill`. 0: never. */
void disk_arm(const char *folder, long at, int number, int all, int of_kinds, long kill) {
    strncpy(under, folder, sizeof under - 1);
    under_length = strlen(under);
    counted = failed = 0;
    fail_at = at; error_number = number; sticky = all; kinds = of_kinds; kill_at = kill;
}
long disk_counted(void) { return counted; }
long disk_failed(void) { return failed; }
void disk_log(const char *path) { log_fd = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600); }

static void put(char what, const char *path, const char *other, int64_t at, const void *data, uint32_t length) {
    struct { uint32_t path, other, length; int64_t at; char what; } __attribute__((packed)) head =
        { strlen(path), strlen(other), length, at, what };
    static char buffer[1 << 22];
    char *end = buffer;
    if (log_fd < 0 || sizeof head + head.path + head.other + length > sizeof buffer) return;
    end = mempcpy(end, &head, sizeof head);
    end = mempcpy(end, path, head.path);
    end = mempcpy(end, other, head.other);
    if (length) end = mempcpy(end, data, length);
    if (REAL(write)(log_fd, buffer, end - buffer) != end - buffer) abort();
}
/* What the program has acknowledged, in its place among the writes. */
void disk_mark(int64_t number) { put('a', "", "", number, 0, 0); }

static int ours(const char *path) {
    return under_length && !strncmp(path, under, under_length) && (path[under_length] == '/' || !path[under_length]);
}
static int named(int fd, char *path) {
    char link[40];
    int before = errno;
    ssize_t n;
    if (!under_length || fd == log_fd) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    n = readlink(link, path, PATH_MAX - 1);
    errno = before;
    if (n <= 0) return 0;
    path[n] = 0;
    if (n > 10 && !strcmp(path + n - 10, " (deleted)")) path[n - 10] = 0;
    return ours(path);
}
/* Count one operation. 1: it is to fail, errno is set. */
static int stopped(int kind) {
    if (!(kind & kinds)) return 0;
    counted++;
    if (kill_at && counted == kill_at) { raise(SIGKILL); }
    if (!fail_at || (sticky ? counted < fail_at : counted != fail_at)) return 0;
    failed++;
    errno = error_number;
    return 1;
}

static int opened(const char *path, int flags, mode_t mode) {
    char whole[PATH_MAX];
    int new = 0, fd;
    struct stat st;
    if (path[0] != '/') { if (!realpath(path, whole)) strncpy(whole, path, sizeof whole - 1); path = whole; }
    if (ours(path)) {
        int writes = (flags & O_ACCMODE) != O_RDONLY || flags & O_CREAT;
        new = flags & O_CREAT && stat(path, &st) < 0;
        if (stopped(new ? NAMES : writes ? NAMES : READS)) return -1;
    }
    fd = REAL(open64)(path, flags, mode);
    if (fd >= 0 && ours(path)) {
        if (new) put('c', path, "", 0, 0, 0);
        else if (flags & O_TRUNC) put('t', path, "", 0, 0, 0);
    }
    return fd;
}
#define OPEN(name) int name(const char *path, int flags, ...) { \
    va_list rest; va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; va_end(rest); \
    return opened(path, flags, mode); }
OPEN(open)
OPEN(open64)

static void wrote(const char *path, int64_t at, const void *data, ssize_t n) { if (n > 0) put('w', path, "", at, data, n); }

ssize_t write(int fd, const void *data, size_t size) {
    char path[PATH_MAX];
    ssize_t n;
    if (!named(fd, path)) return REAL(write)(fd, data, size);
    if (stopped(WRITES)) return -1;
    n = REAL(write)(fd, data, size);
    wrote(path, lseek64(fd, 0, SEEK_CUR) - n, data, n);
    return n;
}
#define PWRITE(name, offset) ssize_t name(int fd, const void *data, size_t size, offset at) { \
    char path[PATH_MAX]; ssize_t n; \
    if (!named(fd, path)) return REAL(name)(fd, data, size, at); \
    if (stopped(WRITES)) return -1; \
    n = REAL(name)(fd, data, size, at); wrote(path, at, data, n); return n; }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define READ(name, more, given) ssize_t name(int fd, void *data, size_t size more) { \
    char path[PATH_MAX]; \
    if (named(fd, path) && stopped(READS)) return -1; \
    return REAL(name)(fd, data, size given); }
#define COMMA ,
READ(read, , )
READ(pread, COMMA off_t at, COMMA at)
READ(pread64, COMMA off64_t at, COMMA at)

#define TRUNCATE(name, offset) int name(int fd, offset size) { \
    char path[PATH_MAX]; int r; \
    if (!named(fd, path)) return REAL(name)(fd, size); \
    if (stopped(WRITES)) return -1; \
    r = REAL(name)(fd, size); if (!r) put('t', path, "", size, 0, 0); return r; }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name) int name(int fd) { \
    char path[PATH_MAX]; int r; struct stat st; \
    if (!named(fd, path)) return REAL(name)(fd); \
    if (stopped(SYNCS)) return -1; \
    r = REAL(name)(fd); \
    if (!r) put(!fstat(fd, &st) && S_ISDIR(st.st_mode) ? 'd' : 's', path, "", 0, 0, 0); \
    return r; }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
    int r;
    if (!ours(path)) return REAL(unlink)(path);
    if (stopped(NAMES)) return -1;
    r = REAL(unlink)(path);
    if (!r) put('u', path, "", 0, 0, 0);
    return r;
}
int rename(const char *path, const char *to) {
    int r;
    if (!ours(path)) return REAL(rename)(path, to);
    if (stopped(NAMES)) return -1;
    r = REAL(rename)(path, to);
    if (!r) put('r', path, to, 0, 0, 0);
    return r;
}
