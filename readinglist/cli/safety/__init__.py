"""The commands that keep a library safe."""
