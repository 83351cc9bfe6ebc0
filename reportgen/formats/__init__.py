"""The formats a document is written in; none of them knows another."""
