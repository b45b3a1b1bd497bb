#pragma once

#include <memory>
#include <string>

#include "troupe/core/annotations.hpp"

namespace troupe {

/// What /proc and the kernel's lists of sockets say (man 5 proc, man 7 sock_diag), of one tracee after the other. Of what may
/// change, only sockets are remembered, as they were first seen, by all of these together. One thread at a time.
class TraceeAnnotations final : public Annotations {
 public:
    explicit TraceeAnnotations(AnnotationChoice wanted);
    ~TraceeAnnotations() override;

    /// Whose descriptors, and in whose namespaces the numbers, are that are asked about from now on.
    void about(pid_t tid) { tid_ = tid; }

    [[nodiscard]] std::optional<DescriptorNote> descriptor(int fd) override;
    [[nodiscard]] std::optional<DescriptorNote> working_directory() override;
    [[nodiscard]] ProcessNote process(pid_t id, IdOf what) override;
    /// The name of a task of ours, as it is shown: its first line.
    [[nodiscard]] static std::string comm_of(pid_t tid);

 private:
    struct Parts;

    [[nodiscard]] std::optional<DescriptorNote> anonymous(int fd, const std::string& target);
    [[nodiscard]] bool wants(DescriptorDetail detail) const { return wanted_.descriptors.contains(detail); }
    [[nodiscard]] bool wants(ProcessDetail detail) const { return wanted_.processes.contains(detail); }

    const AnnotationChoice wanted_;
    pid_t tid_ = 0;
    std::unique_ptr<Parts> parts_;
};

}  // namespace troupe
