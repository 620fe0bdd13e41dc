"""Pictures in mails. They are drawn where mails are sent, never by a web worker: matplotlib is heavy."""
