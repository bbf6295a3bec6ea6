"""What comes by itself: arrivals, details that were pending, PDFs in a folder that is watched."""
