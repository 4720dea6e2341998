// Holds precompiled headers; a library needs one source.
