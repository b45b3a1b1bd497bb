#include "core/stack/binary.hpp"

#include <fcntl.h>
#include <gelf.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace troupe {
namespace {

// More are not met in a program; where they are, they are found once more.
constexpr std::size_t most_places = 100'000;

/// Files with debugging information are looked for where distributions put them: by build id and by debug link.
const Dwfl_Callbacks callbacks{.find_elf = nullptr,
                               .find_debuginfo = dwfl_standard_find_debuginfo,
                               .section_address = dwfl_offline_section_address,
                               .debuginfo_path = nullptr};

}  // namespace

Binary::Binary(std::string name, const std::string& path)
    : name_(std::move(name)), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    elf_version(EV_CURRENT);
    if (file_) {
        look_at(elf_begin(file_.get(), ELF_C_READ_MMAP, nullptr));
    }
}

Binary::Binary(std::string name, std::vector<char> image) : name_(std::move(name)), image_(std::move(image)) {
    elf_version(EV_CURRENT);
    look_at(elf_memory(image_.data(), image_.size()));
}

Binary::~Binary() = default;

void Binary::look_at(Elf* elf) {
    elf_.reset(elf);
    std::size_t count = 0;
    if (elf == nullptr || elf_kind(elf) != ELF_K_ELF || elf_getphdrnum(elf, &count) != 0) {
        elf_.reset();
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        GElf_Phdr header{};
        if (gelf_getphdr(elf, static_cast<int>(i), &header) != nullptr && header.p_type == PT_LOAD) {
            segments_.push_back({header.p_offset, header.p_filesz, header.p_vaddr});
        }
    }
}

std::optional<std::uint64_t> Binary::address_of(std::uint64_t offset) const {
    const auto found =
        std::ranges::find_if(segments_, [&](const Segment& one) { return one.offset <= offset && offset - one.offset < one.size; });
    return found == segments_.end() ? std::nullopt : std::optional(offset - found->offset + found->address);
}

const Symbols& Binary::symbols() {
    if (symbols_) {
        return *symbols_;
    }
    Symbols& all = symbols_.emplace();
    all.add(elf_.get());
    if (Dwfl_Module* module = all.has_full_table() ? nullptr : debug_module(); module != nullptr) {
        const int count = dwfl_module_getsymtab(module);  // of a file beside it: without what else is there, which may be large
        for (int i = 0; i < count; ++i) {
            GElf_Sym symbol{};
            GElf_Addr address = 0;
            if (const char* symbol_name = dwfl_module_getsym_info(module, i, &symbol, &address, nullptr, nullptr, nullptr)) {
                all.add(symbol, symbol_name);
            }
        }
    }
    all.sort();
    return all;
}

Dwfl_Module* Binary::debug_module() {
    if (dwfl_ == nullptr && file_) {
        dwfl_.reset(dwfl_begin(&callbacks));
        const int duplicate = ::fcntl(file_.get(), F_DUPFD_CLOEXEC, 3);
        if (dwfl_ == nullptr || duplicate < 0) {
            return nullptr;
        }
        dwfl_report_begin(dwfl_.get());
        module_ = dwfl_report_offline(dwfl_.get(), name_.c_str(), name_.c_str(), duplicate);  // takes the descriptor, if it succeeds
        if (module_ == nullptr) {
            ::close(duplicate);
        }
        dwfl_report_end(dwfl_.get(), nullptr, nullptr);
    }
    return module_;
}

void Binary::add_source(CodePlace& place, std::uint64_t address) {
    Dwfl_Module* module = debug_module();
    GElf_Addr bias = 0;
    if (module == nullptr || dwfl_module_getdwarf(module, &bias) == nullptr) {
        return;
    }
    Dwfl_Line* line = dwfl_module_getsrc(module, address + bias);
    const char* file = line == nullptr ? nullptr : dwfl_lineinfo(line, nullptr, &place.line, nullptr, nullptr, nullptr);
    place.source = file == nullptr ? "" : file;
}

std::shared_ptr<const CodePlace> Binary::place_at(std::uint64_t offset, bool behind_call, bool with_source) {
    if (places_.size() >= most_places) {
        places_.clear();
    }
    auto& known = places_[offset * 2 + std::uint64_t{behind_call}];
    if (known != nullptr) {
        return known;
    }
    auto place = std::make_shared<CodePlace>(CodePlace{.binary = name_, .name = {}, .offset = offset});
    const std::uint64_t back = behind_call ? 1 : 0;
    if (const auto address = address_of(offset - back)) {
        if (auto function = symbols().before(*address)) {
            place->name = std::move(function->name);
            place->name_offset = function->offset + back;
        }
        if (with_source) {
            add_source(*place, *address);
        }
    }
    known = std::move(place);
    return known;
}

const FrameRule* Binary::rule_at(std::uint64_t address, bool wide) {
    const auto known = rules_.upper_bound(address);
    if (known != rules_.end() && known->second.covers(address)) {
        return &known->second;
    }
    if (!std::exchange(looked_for_cfi_, true) && elf_ != nullptr) {
        cfi_.reset(dwarf_getcfi_elf(elf_.get()));
    }
    auto rule = FrameRule::of(cfi_.get(), address, wide);
    if (!rule) {
        return nullptr;
    }
    if (rules_.size() >= most_places) {
        rules_.clear();
    }
    const std::uint64_t end = rule->end();
    return &rules_.insert_or_assign(end, *std::move(rule)).first->second;
}

}  // namespace troupe
