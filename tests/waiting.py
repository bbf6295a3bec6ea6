"""How long a test waits for an event: so long that only one that never comes is missed, however slow the machine is."""

HANGS = 120  # seconds
