"""The course of each step over months or weeks."""
