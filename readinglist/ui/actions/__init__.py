"""What a user can do in the window: the table of actions, their menus and what they do."""
