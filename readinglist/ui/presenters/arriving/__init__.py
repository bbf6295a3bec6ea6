"""What comes by itself: arrivals, details that were pending."""
