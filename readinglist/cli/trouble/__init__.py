"""Where something did not go as it should: stopped commands, what they left, what is to be known for a report."""
