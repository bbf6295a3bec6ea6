"""The commands about how papers belong together: links, reference lists, what to read before one."""
