#pragma once

#include <optional>
#include <string>

#include "troupe/core/annotations.hpp"
#include "troupe/core/text_form.hpp"

namespace troupe {

/// `</tmp/x>(deleted)`
void append_note(std::string& out, const std::optional<DescriptorNote>& note, HexStrings hex);
/// `<make> /* 12 in strace's PID NS */`
void append_note(std::string& out, const ProcessNote& note, HexStrings hex);

/// All pieces, as they are.
[[nodiscard]] std::string name_of(const DescriptorNote& note);

/// Of a number as calls take it: below -1 a group's.
[[nodiscard]] ProcessNote note_of(Annotations& annotations, pid_t pid, IdOf what);

}  // namespace troupe
