"""What services say: details and news of papers, what arrived."""
