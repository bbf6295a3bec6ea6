"""Qt item models over the library; they hold ids and fetch the rows on screen."""
