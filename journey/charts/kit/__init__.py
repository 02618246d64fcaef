"""What every picture is drawn with: a canvas of marks, text in its measured room, scales, shared phrases."""
