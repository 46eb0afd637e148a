//! What a user may set: Java .properties files, the broker's and topics' keys with their types and defaults.
