"""Between the dialogs, which know no library, and the library: one file a dialog."""
