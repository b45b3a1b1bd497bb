#include <algorithm>
#include <cstddef>

#include "tools/options/option.hpp"

namespace troupe::options {
namespace {

constexpr std::size_t width = 80;
constexpr std::size_t indent = 17;

/// `text` in lines of `width`, the first of which goes on at column `column`, the others begin at `margin`.
void fill(std::string& out, std::string_view text, std::size_t column, std::size_t margin) {
    bool at_begin = true;
    while (!text.empty()) {
        const auto space = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, space);
        text.remove_prefix(std::min(space + 1, text.size()));
        if (!at_begin && column + 1 + word.size() > width) {
            out += "\n" + std::string(margin, ' ');
            column = margin;
            at_begin = true;
        }
        out += at_begin ? "" : " ";
        column += word.size() + (at_begin ? 0 : 1);
        out += word;
        at_begin = false;
    }
    out += "\n";
}

/// `-e trace=SET, --trace=SET`
std::string forms(const OptionRow& row) {
    std::string out;
    for (const OptionForm& form : forms_of(row)) {
        if (form.is_alias) {
            continue;
        }
        out += out.empty() ? "" : ", ";
        out += form.spelled;
        out += form.sign;
        out += form.value;
        out += form.sign == "[=" ? "]" : "";
    }
    return out;
}

void describe(std::string& out, const OptionRow& row) {
    out += "  " + forms(row) + "\n" + std::string(indent, ' ');
    std::string text(row.help);
    if (!row.standard.empty()) {
        text += " Default: " + std::string(row.standard) + ".";
    }
    fill(out, text, indent, indent);
    if (!row.example.empty()) {
        out += std::string(indent, ' ') + "Example: " + std::string(row.example) + "\n";
    }
}

}  // namespace

std::string help_text(std::string_view called_as) {
    const std::string name(called_as);
    std::string out = "Usage: " + name + " [OPTIONS] PROG [ARGS]\n   or: " + name + " [OPTIONS] -p PID\n\n" +
                      "Runs PROG, or attaches to PID, and prints its system calls and signals; Lua\n"
                      "scripts may look at them and tamper with them. Options are those of strace.\n";
    std::string missing;
    for (std::size_t index = 0; index < group_count; ++index) {
        const auto group = static_cast<Group>(index);
        bool titled = false;
        for (const auto& row : option_rows()) {
            if (row.group != group) {
                continue;
            }
            if (!row.available()) {
                missing += (missing.empty() ? "" : " ") + row.shown();
                continue;
            }
            if (!titled) {
                out += "\n" + std::string(title_of(group)) + ":\n";
                titled = true;
            }
            describe(out, row);
        }
    }
    out += "\nNot there yet, and refused with a word on what to do meanwhile:\n  ";
    fill(out, missing, 2, 2);
    out +=
        "\nThe exit status is that of PROG; a signal that killed it kills " + name + " too.\nIt is 1 for a bad command line or script.\n";
    return out;
}

std::string version_text() { return "troupe -- version " TROUPE_VERSION "\n"; }

}  // namespace troupe::options
