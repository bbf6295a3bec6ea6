"""What several machines that share a library must agree on without asking each other: orders, and permanent ids."""
