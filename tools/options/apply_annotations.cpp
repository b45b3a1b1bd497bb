#include "tools/options/apply.hpp"
#include "tools/options/replace.hpp"

// What is said of the numbers of descriptors and processes, and behind results.
namespace troupe::options::apply {
namespace {

/// The only word that there is, as strace says what it does not know.
Verdict expect_word(const Given& given, std::string_view qualifier, std::string_view word) {
    if (given.value && *given.value != word) {
        return complain("invalid -e " + std::string(qualifier) + "= argument: '" + std::string(*given.value) + "'");
    }
    return {};
}

}  // namespace

Verdict decode_fds(Reading& reading, const Given& given) {
    if (given.by_letter) {
        ++reading.descriptor_letters;
        return {};
    }
    auto& wanted = reading.settings.engine.printing.annotations.descriptors;
    wanted = {DescriptorDetail::path};
    return given.value ? replace(wanted, given) : Verdict{};
}

Verdict decode_pids(Reading& reading, const Given& given) {
    auto& wanted = reading.settings.engine.printing.annotations.processes;
    wanted = {ProcessDetail::comm};
    return given.value ? replace(wanted, given) : Verdict{};
}

Verdict pidns_translation(Reading& reading, const Given&) {
    reading.settings.engine.printing.annotations.processes = {ProcessDetail::ours};
    return {};
}

Verdict kvm(Reading& reading, const Given& given) {
    auto& notes = reading.settings.engine.printing.notes;
    notes.vcpu_exits = true;
    notes.vcpu_details = given.value == "vcpu+";
    return notes.vcpu_details ? Verdict{} : expect_word(given, "kvm", "vcpu");
}

Verdict namespaces(Reading& reading, const Given& given) {
    reading.settings.engine.printing.notes.new_namespaces = true;
    return expect_word(given, "namespace", "new");
}

}  // namespace troupe::options::apply
