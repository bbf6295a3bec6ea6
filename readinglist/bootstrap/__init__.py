"""What must be there before the program can start: its environment and the system's libraries; stdlib only, no Qt."""
