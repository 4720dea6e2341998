// Holds the precompiled headers of the tests (tests/CMakeLists.txt); a library needs one source.
