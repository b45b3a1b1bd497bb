#pragma once

#include <cstddef>

#include "core/tables/syscalls/row.hpp"

/// Words for arguments whose meaning another argument decides.
namespace troupe::rows {

template <typename... Values>
consteval std::array<std::uint64_t, sizeof...(Values)> commands(Values... values) {
    return {static_cast<std::uint64_t>(values)...};
}

/// With each of these commands the argument is this one.
template <std::size_t Count>
consteval std::array<Choice, Count> with(const std::array<std::uint64_t, Count>& values, const Argument& argument) {
    std::array<Choice, Count> choices{};
    for (std::size_t i = 0; i < Count; ++i) {
        choices[i] = {values[i], argument, false};
    }
    return choices;
}

/// With each of these commands the argument is not there, nor any after it.
template <std::size_t Count>
consteval std::array<Choice, Count> ends_with(const std::array<std::uint64_t, Count>& values) {
    std::array<Choice, Count> choices{};
    for (std::size_t i = 0; i < Count; ++i) {
        choices[i] = {values[i], {}, true};
    }
    return choices;
}

/// With these commands the result stands for something.
template <std::size_t Count>
consteval std::array<Choice, Count> returns(const Meaning& result, std::array<Choice, Count> choices) {
    for (Choice& choice : choices) {
        choice.result = result;
    }
    return choices;
}

/// With every other command the argument is this one.
consteval std::array<Choice, 1> otherwise(const Argument& argument) { return {Choice{~std::uint64_t{0}, argument, false, true}}; }

/// With every other command the argument is not there, nor any after it.
inline constexpr std::array<Choice, 1> ends_otherwise{Choice{.absent = true, .otherwise = true}};

template <std::size_t... Counts>
consteval auto choose(const std::array<Choice, Counts>&... parts) {
    std::array<Choice, (Counts + ...)> all{};
    std::size_t next = 0;
    const auto append = [&all, &next](const auto& part) {
        for (const Choice& choice : part) {
            all[next++] = choice;
        }
    };
    (append(parts), ...);
    return all;
}

}  // namespace troupe::rows
