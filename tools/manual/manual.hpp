#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What is made from the option table at build time and installed beside the program: the manual page and what shells complete.
/// Only options that are there are in it.
namespace troupe::manual {

/// troupe(1), in the macros of man(7).
[[nodiscard]] std::string manual_page();

/// For bash(1), zsh(1) and fish(1).
[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

/// What the value of an option is, by what the help calls it.
enum class Value {
    none,
    words,  ///< one of `auto|on|off`
    file,
    process,
    user,
    calls,  ///< a set of calls
    other
};

/// An option in the form in which it is typed.
struct Completed {
    char letter = 0;
    std::string_view name;       ///< without its hyphens; may be empty
    std::string_view qualifier;  ///< of -e
    bool letter_has_value = false;
    bool name_has_value = false;  ///< it must have one
    bool name_may_have_value = false;
    Value value = Value::none;
    std::vector<std::string_view> words;
    std::string_view help;  ///< its first sentence
};

/// Every option that is there, in order of the help, with each of its long names in a row of its own.
[[nodiscard]] std::vector<Completed> completed_options();

/// `%file`, `openat`: what a set of calls is made of.
[[nodiscard]] std::vector<std::string> call_words();

}  // namespace troupe::manual
