#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "troupe/core/text_form.hpp"
#include "troupe/core/writer.hpp"

/// Values that are put together of several, where no set of the tables says how.
namespace troupe {

/// S_IFREG|0644; S_ISUID|0644 and 0644 without a type, as the mode of mknod may be.
void write_file_mode(Writer& out, std::uint64_t mode);
/// makedev(0x8, 0x1)
void write_device(Writer& out, std::uint64_t device);
void write_device(Writer& out, std::uint64_t major, std::uint64_t minor);
/// ??? in the place of a part that is not there to be read.
void write_missing(Writer& out);
/// v4l2_fourcc('Y', 'U', 'Y', 'V') (linux/videodev2.h)
void write_fourcc(Writer& out, std::uint64_t code, ConstantStyle style);
/// [INT CHLD] and ~[KILL STOP]; `bytes` is a set of the kernel's, low signals first.
void write_signal_set(Writer& out, std::string_view bytes);
/// FUTEX_OP_SET<<28|0x1<<12|FUTEX_OP_CMP_EQ<<24|0
void write_futex_wake_operation(Writer& out, std::uint64_t word, ConstantStyle style);
/// PTRACE_EVENT_FORK<<16
void write_stop_event(Writer& out, std::uint64_t event, ConstantStyle style);
/// CLONE_VM|SIGCHLD
void write_clone_flags(Writer& out, std::uint64_t flags);
/// IPC_CREAT|0600
void write_creation_flags(Writer& out, const FlagSet& set, std::uint64_t flags, ConstantStyle style);

/// PR_TAGGED_ADDR_ENABLE|PR_MTE_TCF_SYNC
void write_word_parts(Writer& out, const WordParts& word, std::uint64_t value);
/// NAME, `number`, or both, as the style has it: for what is a part of a text. A value without a name is called `set.unknown` beside it.
[[nodiscard]] std::string constant_text(const ValueSet& set, std::uint64_t value, const std::string& number, ConstantStyle style);
/// IOPRIO_PRIO_VALUE(IOPRIO_CLASS_BE, 4)
void write_io_priority(Writer& out, std::uint64_t priority, NumberForm form);
/// QCMD(Q_GETQUOTA, USRQUOTA)
void write_quota_command(Writer& out, std::uint64_t command);

}  // namespace troupe
