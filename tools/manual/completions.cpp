#include <fmt/format.h>

#include "tools/manual/manual.hpp"

namespace troupe::manual {
namespace {

std::string joined(const auto& words) { return fmt::format("{}", fmt::join(words, " ")); }

/// Within single quotes of a shell.
std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return out + "'";
}

/// The patterns of a `case`: `-o|--output`.
std::string patterns(const Completed& option) {
    std::string out;
    if (option.letter != 0 && option.letter_has_value) {
        out = std::string("-") + option.letter;
    }
    if (!option.name.empty() && (option.name_has_value || option.name_may_have_value)) {
        out += (out.empty() ? "--" : "|--") + std::string(option.name);
    }
    return out;
}

/// What bash does for a value.
std::string bash_action(const Completed& option) {
    switch (option.value) {
        case Value::words:
            return "_troupe_words " + quoted(joined(option.words));
        case Value::file:
            return R"sh(COMPREPLY=($(compgen -f -- "$word")))sh";
        case Value::process:
            return R"sh(_troupe_words "$(cd /proc && echo [0-9]*)")sh";
        case Value::user:
            return R"sh(COMPREPLY=($(compgen -u -- "$word")))sh";
        case Value::calls:
            return "_troupe_calls";
        case Value::none:
        case Value::other:
            break;
    }
    return "";
}

/// What zsh's _arguments does for a value.
std::string zsh_action(const Completed& option) {
    switch (option.value) {
        case Value::words:
            return ":value:(" + joined(option.words) + ")";
        case Value::file:
            return ":file:_files";
        case Value::process:
            return ":process:_pids";
        case Value::user:
            return ":user:_users";
        case Value::calls:
            return ":calls:_troupe_calls";
        case Value::other:
            return ":value: ";
        case Value::none:
            break;
    }
    return "";
}

/// A description in brackets, as _arguments takes it.
std::string zsh_help(std::string_view text) {
    std::string out = "[";
    for (const char c : text) {
        out += c == '[' || c == ']' || c == ':' ? std::string("\\") + c : std::string(1, c);
    }
    return out + "]";
}

std::string fish_action(const Completed& option) {
    switch (option.value) {
        case Value::words:
            return " -x -a " + quoted(joined(option.words));
        case Value::file:
            return " -r -F";
        case Value::process:
            return " -x -a '(__fish_complete_pids)'";
        case Value::user:
            return " -x -a '(__fish_complete_users)'";
        case Value::calls:
            return " -x -a '(__troupe_calls)'";
        case Value::other:
            return " -x";
        case Value::none:
            break;
    }
    return "";
}

}  // namespace

std::string bash_completion() {
    std::vector<std::string> all;
    std::string letters, names, values, qualifiers;
    for (const auto& option : completed_options()) {
        if (option.letter != 0) {
            all.push_back(std::string("-") + option.letter);
            letters += option.letter_has_value ? std::string(1, option.letter) : "";
        }
        if (!option.name.empty()) {
            all.push_back("--" + std::string(option.name) + (option.name_has_value ? "=" : ""));
        }
        if (!option.qualifier.empty()) {
            qualifiers += (qualifiers.empty() ? "" : " ") + std::string(option.qualifier) + "=";
        }
        const auto action = bash_action(option);
        if (const auto pattern = patterns(option); !pattern.empty() && !action.empty()) {
            values += "        " + pattern + ") " + action + " ;;\n";
        }
        if (option.name_has_value) {
            names += (names.empty() ? "--" : "|--") + std::string(option.name);
        }
    }
    return R"sh(# bash completion for troupe, made from its table of options.
_troupe_words() { COMPREPLY=($(compgen -W "$1" -- "$word")); }
_troupe_calls() {
    local set=${word##*[,!]}
    COMPREPLY=($(compgen -P "${word%"$set"}" -W ')sh" +
           joined(call_words()) + R"sh(' -- "$set"))
}
_troupe() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} i one
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do  # behind the name of the program everything is the program's
        one=${COMP_WORDS[i]}
        case $one in
            =) ((i++)) ;;
            )sh" +
           names + R"sh() [ "${COMP_WORDS[i+1]-}" = = ] || ((i++)) ;;
            --*) ;;
            -*[)sh" +
           letters + R"sh(]) ((i++)) ;;
            -*) ;;
            *) COMPREPLY=($(compgen -f -- "$word")); return ;;
        esac
    done
    if [ "$word" = = ]; then word=; elif [ "$before" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
    case $before in
        -e) _troupe_words ')sh" +
           qualifiers + R"sh('; [ ${#COMPREPLY[@]} -gt 0 ] || _troupe_calls; compopt -o nospace; return ;;
        trace|t|abbrev|verbose|raw|inject|fault) _troupe_calls; return ;;
)sh" + values +
           R"sh(        *)
            if [[ $word == -* ]]; then
                _troupe_words ')sh" +
           joined(all) + R"sh('
                [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace
            else
                COMPREPLY=($(compgen -c -- "$word"))
            fi
            ;;
    esac
}
complete -o default -F _troupe troupe
)sh";
}

std::string zsh_completion() {
    std::string out =
        "#compdef troupe\n# zsh completion for troupe, made from its table of options.\n_troupe_calls() { _values -s , calls ";
    for (const auto& word : call_words()) {
        out += quoted(word) + " ";
    }
    out +=
        "}\n_troupe_qualifiers() {\n    compset -P '(trace|t|abbrev|verbose|raw|inject|fault)=' && { _troupe_calls; return; }\n    compadd "
        "-S = --";
    for (const auto& option : completed_options()) {
        out += option.qualifier.empty() ? "" : " " + std::string(option.qualifier);
    }
    out += "\n}\n_arguments -s -S";
    for (const auto& option : completed_options()) {
        const auto action = zsh_action(option);
        if (option.letter == 'e') {
            out += " \\\n    '*-e" + zsh_help("which calls, or QUALIFIER=SET") + ":set:_troupe_qualifiers'";
        } else if (option.letter != 0) {
            out +=
                " \\\n    " + quoted(std::string("*-") + option.letter + zsh_help(option.help) + (option.letter_has_value ? action : ""));
        }
        if (!option.name.empty()) {
            const std::string_view sign = option.name_has_value ? "=" : option.name_may_have_value ? "=-" : "";
            const auto value = option.name_may_have_value ? ":" + action : action;
            out += " \\\n    " + quoted("*--" + std::string(option.name) + std::string(sign) + zsh_help(option.help) + value);
        }
    }
    return out + " \\\n    '(-):program: _command_names -e' \\\n    '*::arguments: _normal'\n";
}

std::string fish_completion() {
    std::string out = "# fish completion for troupe, made from its table of options.\nfunction __troupe_calls\n    printf '%s\\n'";
    for (const auto& word : call_words()) {
        out += " " + quoted(word);
    }
    out += "\nend\ncomplete -c troupe -xa '(__fish_complete_subcommand)'\n";
    for (const auto& option : completed_options()) {
        out += "complete -c troupe";
        out += option.letter == 0 ? "" : std::string(" -s ") + option.letter;
        out += option.name.empty() ? "" : " -l " + std::string(option.name);
        out += (option.letter == 'e'         ? " -x -a '(__troupe_calls)'"
                : option.name_may_have_value ? ""
                                             : fish_action(option)) +
               " -d " + quoted(option.help) + "\n";
    }
    return out;
}

}  // namespace troupe::manual
