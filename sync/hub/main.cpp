#include <iostream>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/crypto/random.h"
#include "sync/hub/admin/admin.h"

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const base::SystemClock clock;
    return hub::runCommand(arguments, std::cout, std::cerr, clock, crypto::randomBytes);
}
