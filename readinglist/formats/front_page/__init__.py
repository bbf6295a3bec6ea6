"""What the first pages of a PDF say of the paper: from runs of characters with their fonts and places."""
