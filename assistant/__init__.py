"""The course and terms assistant: cited answers, and sums by a calculator."""
