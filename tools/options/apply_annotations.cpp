#include "tools/options/apply.hpp"
#include "tools/options/replace.hpp"

// What is said of the numbers of descriptors and processes.
namespace troupe::options::apply {

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

}  // namespace troupe::options::apply
