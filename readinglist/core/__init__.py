"""What papers are and what can be said about them: pure, without files, SQL, network or Qt."""
