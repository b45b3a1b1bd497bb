#include "core/format/annotation_text.hpp"

#include <limits>

#include "core/format/numbers.hpp"
#include "core/format/quoting.hpp"

namespace troupe {

void append_note(std::string& out, const std::optional<DescriptorNote>& note, HexStrings hex) {
    if (!note) {
        return;
    }
    out += '<';
    for (const NotePiece& piece : note->pieces) {
        switch (piece.form) {
            case NotePiece::Form::plain:
                out += piece.text;
                break;
            case NotePiece::Form::name:
                append_bracketed(out, piece.text, hex);
                break;
            case NotePiece::Form::quoted:
                append_quoted(out, piece.text, hex);
                break;
        }
    }
    out += note->deleted ? ">(deleted)" : ">";
}

void append_note(std::string& out, const ProcessNote& note, HexStrings hex) {
    if (!note.comm.empty()) {
        append_comm(out, note.comm, hex);
    }
    if (note.ours != 0) {
        out += " /* ";
        append_signed(out, note.ours);
        out += " in strace's PID NS */";  // programs that read traces know these words
    }
}

void append_comm(std::string& out, std::string_view comm, HexStrings hex) {
    out += '<';
    append_bracketed(out, comm, hex);
    out += '>';
}

std::string name_of(const DescriptorNote& note) {
    std::string name;
    for (const NotePiece& piece : note.pieces) {
        const std::string_view quote = piece.form == NotePiece::Form::quoted ? "\"" : "";
        name.append(quote).append(piece.text).append(quote);
    }
    return name;
}

ProcessNote note_of(Annotations& annotations, pid_t pid, IdOf what) {
    if (pid == std::numeric_limits<pid_t>::min()) {
        return {};  // no group: the kernel says ESRCH
    }
    if (pid < -1) {
        return annotations.process(-pid, IdOf::group);
    }
    return pid > 0 ? annotations.process(pid, what) : ProcessNote{};
}

}  // namespace troupe
