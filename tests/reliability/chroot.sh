#!/usr/bin/env bash
# Tries the README's commands from nothing: a bare Debian in a chroot, with Python and nothing else, as root and as an
# ordinary user, with and without a network. Needs root and debootstrap; leaves nothing behind. Prints seconds and the
# packages that were installed; ends with code 1 if any step did not do what is promised.
#
#   sudo tests/reliability/chroot.sh [SUITE]     (default: bookworm)
#
# The tree tried is the last commit of this checkout. Package sources and pip's settings are those of the host.
set -euo pipefail

if [ -z "${ROOM:-}" ]; then
    # The mounts live in the inner run's own namespace and end with it, so that the clearing up here cannot meet them.
    ROOM=$(mktemp -d "${TMPDIR:-/tmp}/readinglist-chroot.XXXXXX")
    export ROOM
    trap 'rm -rf --one-file-system "$ROOM" "$ROOM.log"' EXIT
    unshare --mount --propagation private "$BASH" "$0" "$@"
    exit
fi

suite=${1:-bookworm}
checkout=$(cd "$(dirname "$0")/../.." && pwd)
room=$ROOM
log=$room.log
certificates=/etc/host-certificates.crt # a file of its own: the package ca-certificates rewrites the usual one
chmod 755 "$room"
failed=0

targets() { apt-get indextargets --format "$1" 'Created-By: Packages' 2>/dev/null | sort -u; }

make_system() {
    local mirror
    mirror=$(targets '$(REPO_URI) $(CODENAME) $(COMPONENT)' | awk -v s="$suite" '$2 == s && $3 == "main" {print $1; exit}')
    debootstrap --variant=minbase "$suite" "$room" ${mirror:+"$mirror"} >"$log" 2>&1 || { tail "$log" >&2; exit 1; }
    targets 'deb $(REPO_URI) $(CODENAME) $(COMPONENT)' |
        awk -v s="$suite" '$3 == s || $3 == s "-updates" || $3 == s "-security"' >"$room/etc/apt/sources.list.new"
    if [ -s "$room/etc/apt/sources.list.new" ]; then mv "$room/etc/apt/sources.list.new" "$room/etc/apt/sources.list"; fi
    printf '%s\n' 'Acquire::Check-Valid-Until "false";' 'Acquire::Check-Date "false";' >"$room/etc/apt/apt.conf.d/90clock"
    cp -L /etc/resolv.conf /etc/hosts "$room/etc/"
    mount -t proc proc "$room/proc"
    mkdir -p "$room/dev/shm" && mount -t tmpfs tmpfs "$room/dev/shm"
    # Whatever pip is told to use here it must find there: its settings, certificates and local indexes.
    local path=${PIP_CERT:-${SSL_CERT_FILE:-}}
    if [ -n "$path" ]; then cp -L "$path" "$room$certificates" && export PIP_CERT=$certificates; fi
    for path in /etc/pip.conf \
        $( (python3 -m pip config list; env | grep ^PIP_ || true) | grep -oE "(file://)?/[^ ']+" | sed 's#^file://##' | sort -u); do
        [ -e "$path" ] || continue
        case $path in /opt/* | /srv/* | /mnt/*) mkdir -p "$room$path"; mount --bind -o ro "$path" "$room$path" ;;
        *) [ -f "$path" ] && mkdir -p "$room$(dirname "$path")" && cp -L "$path" "$room$path" ;; esac
    done
    git clone -q --no-hardlinks "$checkout" "$room/home/reading-list"
    chroot "$room" useradd --create-home reader
    cp -r "$room/home/reading-list" "$room/home/reader/reading-list"
    chroot "$room" chown -R reader: /home/reader
}

inside() { # WHO FOLDER COMMAND...: in a plain environment of the chroot
    local who=$1 folder=$2 home=/root name
    shift 2
    [ "$who" = root ] || home=/home/$who
    local keep=()
    while IFS= read -r name; do keep+=("$name=${!name}"); done < <(compgen -e | grep -E '^PIP_|_proxy$|_PROXY$' || true)
    env -i "${keep[@]}" HOME="$home" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        chroot --userspec="$who:$who" "$room" sh -c 'cd "$1" && shift && exec "$@"' sh "$folder" "$@" </dev/null
}

step() { # NAME EXPECTED-CODE EXPECTED-WORDS WHO FOLDER COMMAND...
    local name=$1 code=$2 words=$3 begun=$EPOCHREALTIME got=0
    shift 3
    "$@" >"$log" 2>&1 || got=$?
    printf '%8.2f s  %s\n' "$(echo "$EPOCHREALTIME $begun" | awk '{print $1 - $2}')" "$name"
    if [ "$got" != "$code" ] || { [ -n "$words" ] && ! grep -qE -- "$words" "$log"; }; then
        failed=1
        printf 'NOT AS PROMISED: exit code %s (not %s), or no words like: %s\n' "$got" "$code" "$words"
        tail -40 "$log"
    else
        tail -"${show:-2}" "$log" | sed 's/^/            /'
    fi
}

packages() { chroot "$room" dpkg-query -W -f '${Package}\n' | sort; }

make_system
echo "Bare $suite: $(packages | wc -l) packages."
inside root / apt-get -qq update
step "apt-get install python3 (what a person must have)" 0 . inside root / \
    apt-get -qq -y --no-install-recommends install python3
packages >"$room/before"
ours=/home/reading-list
theirs=/home/reader/reading-list

step "ordinary user, nothing there: told what to install" 69 'sudo apt-get install .*-venv' inside reader "$theirs" python3 tests
step "python3 readinglist --help, first" 0 'Usage|usage' inside root "$ours" python3 readinglist --help
step "python3 readinglist --help, again" 0 'Usage|usage' inside root "$ours" python3 readinglist --help
step "ordinary user, no libraries: told what to install" 69 'sudo apt-get install .*libegl1' inside reader "$theirs" python3 tests
step "python3 readinglist --screenshot, first (system libraries)" 0 '' inside root "$ours" \
    python3 readinglist --library /tmp/new.db --screenshot /tmp/window.png
step "python3 readinglist --screenshot, again" 0 '' inside root "$ours" \
    python3 readinglist --library /tmp/new.db --screenshot /tmp/window.png
step "python3 tests" 0 '[0-9]+ passed' inside root "$ours" python3 tests
step "python3 tests as an ordinary user" 0 '[0-9]+ passed' inside reader "$theirs" python3 tests

# Every library that Qt's platform plugins name must be there now.
step "nothing that Qt's plugins link to is missing" 0 '^0$' inside root "$ours" sh -c \
    'ldd .venv/lib/python3*/site-packages/PySide6/Qt/plugins/platforms/*.so | grep -c "not found" || true'

inside root / cp -r "$ours" /home/offline
inside root / rm -rf /home/offline/.venv /root/.cache
offline() { unshare --net "$BASH" -c "$(declare -f inside); room='$room'; inside \"\$@\"" offline "$@"; }
step "without a network, made before: works" 0 'Usage|usage' offline root "$ours" python3 readinglist --help
PIP_DEFAULT_TIMEOUT=5 step "without a network, from nothing: says so" 69 'cannot be reached' offline root /home/offline python3 readinglist --help
step "... and with one again: goes on by itself" 0 'Usage|usage' inside root /home/offline python3 readinglist --help

packages >"$room/after"
echo "Installed by the program ($(comm -13 "$room/before" "$room/after" | wc -l)): $(comm -13 "$room/before" "$room/after" | tr '\n' ' ')"
exit "$failed"
