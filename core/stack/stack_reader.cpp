// Stacks of tracees that are stopped.
//
// Frames are found by the call frame information of the binaries (.eh_frame), which compilers write for exceptions and which says how to
// come from any address of code to the caller. Looking for it is slow, so each row is kept, and so is what is known of each place. Nothing
// is kept of address spaces: other threads change them at any time, and calls that map files need not be traced. What is mapped at an
// address, and whether a file is still the one that was read, is asked for each stack, which costs some microseconds.

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "core/stack/binary.hpp"
#include "core/stack/mappings.hpp"

namespace troupe {
namespace {

constexpr std::string_view deleted = " (deleted)";
constexpr std::size_t largest_vdso = std::size_t{1} << 20;
constexpr std::size_t most_binaries = 512;  // with their descriptors and maps; the least of them are in use

/// Where we find the file that a tracee has mapped: in its own root. One that was deleted is there by what it is mapped as, for those who
/// may look (CAP_CHECKPOINT_RESTORE, proc(5)).
std::string path_of(const Mapping& mapping, int tid) {
    const std::string process = "/proc/" + std::to_string(tid);
    if (!mapping.name.ends_with(deleted)) {
        return process + "/root" + mapping.name;
    }
    std::array<char, 64> range{};
    std::snprintf(range.data(), range.size(), "/map_files/%llx-%llx", static_cast<unsigned long long>(mapping.start),
                  static_cast<unsigned long long>(mapping.end));
    return process + range.data();
}

/// The bytes of a file may be changed, and its number given to another.
using Identity = std::tuple<std::string, dev_t, ino_t, time_t, long, off_t>;

Identity identity_of(const std::string& name, const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return {name, 0, 0, 0, 0, 0};
    }
    return {name, status.st_dev, status.st_ino, status.st_ctim.tv_sec, status.st_ctim.tv_nsec, status.st_size};
}

}  // namespace

class StackReader::Binaries {
 public:
    /// What is mapped there; nullptr: nothing that has a name.
    [[nodiscard]] Binary* of(const Mapping& mapping, int tid, bool wide, Memory& memory) {
        if (mapping.name.empty()) {
            return nullptr;
        }
        return mapping.is_vdso() ? vdso(mapping, wide, memory) : of_file(mapping, tid);
    }

 private:
    [[nodiscard]] Binary* vdso(const Mapping& mapping, bool wide, Memory& memory) {
        auto& known = wide ? vdso_64_ : vdso_32_;
        if (known == nullptr) {
            std::vector<char> image(std::min<std::uint64_t>(mapping.end - mapping.start, largest_vdso));
            image.resize(memory.read(mapping.start, std::as_writable_bytes(std::span(image))));
            known = std::make_unique<Binary>(mapping.name, std::move(image));
        }
        return known.get();
    }

    [[nodiscard]] Binary* of_file(const Mapping& mapping, int tid) {
        const std::string path = mapping.has_file() ? path_of(mapping, tid) : std::string();
        auto identity = identity_of(mapping.name, path);
        const auto found = files_.find(identity);
        if (found != files_.end()) {
            return found->second.get();
        }
        if (files_.size() >= most_binaries) {
            files_.clear();
        }
        return files_.emplace(std::move(identity), std::make_unique<Binary>(mapping.name, path)).first->second.get();
    }

    std::map<Identity, std::unique_ptr<Binary>> files_;
    std::unique_ptr<Binary> vdso_64_;
    std::unique_ptr<Binary> vdso_32_;
};

StackReader::StackReader(const StackChoice& choice) : choice_(choice), binaries_(std::make_unique<Binaries>()) {}
StackReader::~StackReader() = default;

Stack StackReader::read(int tid, const UnwindRegisters& start, Memory& memory) {
    Stack stack;
    UnwindRegisters registers = start;
    StackMemory words(memory, registers.pointer_size());
    Mappings mappings(tid);
    bool behind_call = false;
    std::map<const Mapping*, Binary*> used;
    for (;;) {
        const std::uint64_t address = registers.program_counter();
        if (stack.frames.size() == choice_.frame_limit) {
            stack.cut = true;
            return stack;
        }
        const Mapping* mapping = mappings.at(address);
        if (mapping == nullptr || mapping->name.empty()) {
            stack.frames.push_back({address, nullptr});
            return stack;
        }
        auto [use, is_new] = used.try_emplace(mapping, nullptr);
        if (is_new) {
            use->second = binaries_->of(*mapping, tid, registers.wide, memory);
        }
        Binary& binary = *use->second;
        const std::uint64_t offset = address - mapping->start + mapping->offset;
        stack.frames.push_back({address, binary.place_at(offset, behind_call, choice_.with_source)});
        const auto in_file = binary.address_of(behind_call ? offset - 1 : offset);
        const FrameRule* rule = in_file ? binary.rule_at(*in_file, registers.wide) : nullptr;
        if (rule != nullptr ? !rule->apply(registers, words) : !step_by_frame_pointer(registers, words)) {
            return stack;
        }
        behind_call = rule == nullptr || !rule->is_signal_frame();
    }
}

}  // namespace troupe
