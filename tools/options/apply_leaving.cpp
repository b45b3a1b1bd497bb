#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "tools/options/apply.hpp"
#include "tools/options/choose.hpp"
#include "troupe/core/duration.hpp"

// When a run is over although its tracees are not, and where the tracer is meanwhile.
namespace troupe::options::apply {
namespace {

/// A number from 1 on, and what stands behind it.
std::optional<std::pair<std::uint64_t, std::string_view>> number_and_rest(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number == 0) {
        return std::nullopt;
    }
    return std::pair(number, text.substr(static_cast<std::size_t>(end - text.data())));
}

std::optional<std::uint64_t> size_meant(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, unsigned>, 3> units = {{{"K", 10}, {"M", 20}, {"G", 30}}};
    const auto parts = number_and_rest(text);
    const auto unit = parts ? meant(units, parts->second) : std::nullopt;
    constexpr std::uint64_t most = 1 << 30;
    return unit && parts->first < most ? std::optional(parts->first << *unit) : std::nullopt;
}

}  // namespace

Verdict detach_on(Reading& reading, const Given& given) {
    if (*given.value != "execve") {
        return complain("Syscall '" + std::string(*given.value) + "' for -b isn't supported");
    }
    reading.settings.engine.detach_on_execve = true;
    return {};
}

Verdict daemonize(Reading& reading, const Given& given) {
    constexpr Words<Daemonize, 4> words = {{{"grandchild", Daemonize::grandchild},
                                            {"pgroup", Daemonize::process_group},
                                            {"pgrp", Daemonize::process_group},
                                            {"session", Daemonize::session}}};
    if (given.by_letter) {
        ++reading.daemonize_letters;
        return {};
    }
    reading.settings.daemonize = Daemonize::grandchild;
    return given.value ? choose(reading.settings.daemonize, given, words) : Verdict{};
}

Verdict syscall_limit(Reading& reading, const Given& given) {
    const auto limit = number_and_rest(*given.value);
    if (!limit || !limit->second.empty()) {
        return invalid(given);
    }
    reading.settings.engine.stop_after.calls = limit->first;
    return {};
}

Verdict stop_after(Reading& reading, const Given& given) {
    StopAfter& after = reading.settings.engine.stop_after;
    if (const auto calls = number_and_rest(*given.value); calls && calls->second.empty()) {
        after.calls = calls->first;
        return {};
    }
    if (const auto bytes = size_meant(*given.value)) {
        after.bytes = *bytes;
        return {};
    }
    const auto time = parse_duration(*given.value);
    if (!time || time->count() <= 0) {
        return invalid(given, "a number; with s, ms, us or ns a time; with K, M or G a size");
    }
    after.time = *time;
    return {};
}

Verdict rotate(Reading& reading, const Given& given) {
    const std::string_view value = *given.value;
    const auto colon = std::min(value.find(':'), value.size());
    const auto bytes = number_and_rest(value.substr(0, colon));
    const auto size = bytes && bytes->second.empty() ? std::optional(bytes->first) : size_meant(value.substr(0, colon));
    const auto keep = number_and_rest(value.substr(std::min(colon + 1, value.size())));
    constexpr std::uint64_t most_kept = 10'000;
    if (!size || !keep || !keep->second.empty() || keep->first > most_kept) {
        return invalid(given, "SIZE:KEEP, as 100M:5: bytes, or a number and K, M or G; and how many full files stay, 1 to 10000");
    }
    reading.settings.engine.output.rotation = {.size = *size, .keep = static_cast<unsigned>(keep->first)};
    return {};
}

}  // namespace troupe::options::apply
