#include "tools/manual/manual.hpp"
#include "tools/options/option.hpp"

namespace troupe::manual {
namespace {

using options::OptionRow;

/// Plain text as groff reads it: no line of it is a request, and hyphens are those that are typed.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
            out += "\\&";
            out += c;
        } else {
            out += c;
        }
    }
    return out;
}

std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + plain(text) + "\\fR"; }

/// `-s N`, `--string-limit=N`, `-e trace=SET`: every way to reach the option, aliases too.
std::string forms(const OptionRow& row) {
    std::string out;
    for (const options::OptionForm& form : options::forms_of(row)) {
        const bool may = form.sign == "[=";
        out += (out.empty() ? "" : ", ") + bold(form.spelled);
        out += may ? "[" + bold("=") : form.sign == "=" ? bold("=") : std::string(form.sign);
        out += form.value.empty() ? "" : italic(form.value);
        out += may ? "]" : "";
    }
    return out;
}

void describe(std::string& out, const OptionRow& row) {
    out += ".TP\n" + forms(row) + "\n" + plain(row.help) + "\n";
    if (!row.standard.empty()) {
        out += "Default: " + bold(row.standard) + ".\n";
    }
    if (row.since == "troupe") {
        out += "strace has no such option.\n";
    }
    if (!row.example.empty()) {
        out += "Example:\n" + bold("troupe " + std::string(row.example)) + "\n";
    }
}

constexpr std::string_view page_begin = R"(.TH TROUPE 1 "" "troupe )" TROUPE_VERSION R"(" "User Commands"
.SH NAME
troupe \- trace system calls and signals, and tamper with them, in many threads at once
.SH SYNOPSIS
.B troupe
.RI [ OPTIONS ]
.I PROG
.RI [ ARGS ]
.br
.B troupe
.RI [ OPTIONS ]
.B \-p
.I PID
.SH DESCRIPTION
.B troupe
runs
.IR PROG ,
or attaches to
.IR PID ,
and writes a line for each of its system calls, with the arguments and the result decoded, and for each of its signals.
Options, lines and exit status are those of
.BR strace (1).
Tracees are served by several threads of
.BR troupe ,
and a filter in the kernel lets calls pass that no part of
.B troupe
wants, so that programs with many threads or many processes are slowed down far less.
.PP
With
.B \-l
a Lua script is asked about the calls that it names: it may look at their arguments, change them, delay them, or answer in the kernel's place.
.SH OPTIONS
Long options may be abbreviated as long as they stay unambiguous.
.B all
and
.B none
are members of every
.IR SET ,
and a
.B !
before it inverts it.
)";

constexpr std::string_view end = R"(.SH EXIT STATUS
That of
.IR PROG ;
.B troupe
dies of the signal that killed it. 1 for a bad command line or script, and where nothing could be attached to;
127 and 126 where there is no such program and where it cannot be run. With
.B \-p
alone it is 0.
.SH EXAMPLES
.TP
.B troupe \-f \-o trace make \-j4
What a build does, in a file.
.TP
.B troupe \-c \-f \-p \(dq$(pidof nginx)\(dq
How often a server makes which calls, until ^C.
.TP
.B troupe \-f \-Z \-e trace=%file ./configure
Which files are looked for in vain.
.TP
.B troupe \-f \-e inject=openat:error=ENOENT:when=3+2 ./program
What a program does when every other file is missing.
.TP
.B troupe \-f \-e none \-l count.lua ./server
Run the hooks of a script, and print nothing else.
.SH NOTES
A tracee has one tracer at a time: a program cannot be traced while a debugger or another
.BR strace (1)
is attached to it. Attaching needs the permission that
.BR ptrace (2)
asks for; where it is missing, the message says which, and what to do about it.
.SH SEE ALSO
.BR strace (1),
.BR ptrace (2),
.BR seccomp (2),
.BR syscalls (2)
.PP
The manual of scripts,
.IR lua.md ,
and the format of
.BR \-\-output\-format=jsonl ,
.IR records.md ,
come with the program.
)";

}  // namespace

std::string manual_page() {
    std::string out(page_begin);
    for (std::size_t index = 0; index < options::group_count; ++index) {
        const auto group = static_cast<options::Group>(index);
        out += ".SS " + std::string(options::title_of(group)) + "\n";
        for (const auto& row : options::option_rows()) {
            if (row.group == group && row.available()) {
                describe(out, row);
            }
        }
    }
    return out += end;
}

}  // namespace troupe::manual
