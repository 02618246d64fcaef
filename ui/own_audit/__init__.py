"""The self-audit without a workshop: one question a screen, the result, and what may become of it."""
