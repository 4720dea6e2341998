# cmake -DMUTATION=name.cmake -DROOT=folder -DOUT=file -P mutate.cmake
# Copies a source file with one place of it changed; fails when that place is not there exactly once.
include(${MUTATION})
string(STRIP "${FROM}" from)
string(STRIP "${TO}" to)
file(READ ${ROOT}/${SOURCE} text)
string(FIND "${text}" "${from}" first)
string(FIND "${text}" "${from}" last REVERSE)
if(first EQUAL -1 OR NOT first EQUAL last)
    message(FATAL_ERROR "${SOURCE} does not hold this text once:\n${from}\n"
                        "It was changed: say in ${MUTATION} which line holds the promise now.")
endif()
string(REPLACE "${from}" "${to}" text "${text}")
file(WRITE ${OUT} "${text}")
