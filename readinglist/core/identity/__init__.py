"""What a paper is known by, which records are the same paper, and how two become one."""
