#include "core/actions/pin.h"

#include <algorithm>
#include <charconv>

#include "core/actions/transact.h"
#include "core/crypto/password.h"
#include "core/store/identity.h"
#include "core/store/ui_state.h"

namespace actions {

namespace {

constexpr int freeTries = 5;
constexpr std::int64_t firstWaitMs = 30'000;
constexpr std::int64_t longestWaitMs = 900'000;
const char* const triesKey = "pin.tries";
const char* const untilKey = "pin.until_ms";

std::int64_t numberAt(const store::UiState& state, const char* key)
{
    std::int64_t number = 0;
    const std::string text = state.get(key).value_or("0");
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::int64_t waitAfter(std::int64_t tries)
{
    if (tries < freeTries) return 0;
    const auto doublings = std::min<std::int64_t>(tries - freeTries, 10);
    return std::min(firstWaitMs << doublings, longestWaitMs);
}

}  // namespace

base::Result<void> setPin(Context& context, const std::string& pin)
{
    const bool digits = std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
    if (!pin.empty() && (!digits || pin.size() < 4 || pin.size() > 12))
        return base::fail("pin.malformed", "密码须为 4 到 12 位数字");
    std::optional<std::string> hash;
    if (!pin.empty()) hash = crypto::passwordHash(pin, crypto::PasswordCost::lowest);
    return transact(context, [&]() -> base::Result<void> {
        store::Identity(context.db).putPinHash(hash);
        store::UiState state(context.db);
        state.remove(triesKey);
        state.remove(untilKey);
        return {};
    });
}

base::Result<bool> hasPin(Context& context)
{
    return reading(
        [&]() -> base::Result<bool> { return store::Identity(context.db).pinHash().has_value(); });
}

base::Result<PinTry> enterPin(Context& context, const std::string& pin)
{
    return transact(context, [&]() -> base::Result<PinTry> {
        store::UiState state(context.db);
        const auto hash = store::Identity(context.db).pinHash();
        if (!hash) return PinTry{true, 0};
        const std::int64_t now = context.clock.wallMs();
        // A clock that was set back must not lock for longer than the longest wait.
        const std::int64_t wait = std::min(numberAt(state, untilKey) - now, longestWaitMs);
        if (wait > 0) return PinTry{false, wait};
        if (crypto::passwordVerify(pin, *hash)) {
            state.remove(triesKey);
            state.remove(untilKey);
            return PinTry{true, 0};
        }
        const std::int64_t tries = numberAt(state, triesKey) + 1;
        state.put(triesKey, std::to_string(tries));
        state.put(untilKey, std::to_string(now + waitAfter(tries)));
        return PinTry{false, waitAfter(tries)};
    });
}

}  // namespace actions
