#pragma once

#include <optional>

#include "actors/tracee.hpp"
#include "troupe/core/tracee_annotations.hpp"

namespace troupe {

/// What -y and -Y say of the numbers of one tracee after the other; one thread at a time.
class ChosenAnnotations {
 public:
    explicit ChosenAnnotations(const AnnotationChoice& choice) {
        if (choice.any()) {
            annotations_.emplace(choice);
        }
    }

    /// What a writer asks about this tracee; nullptr: nothing is said.
    [[nodiscard]] Annotations* about(const Tracee& tracee) {
        if (!annotations_) {
            return nullptr;
        }
        annotations_->about(tracee.facts.id.tid);
        return &*annotations_;
    }

 private:
    std::optional<TraceeAnnotations> annotations_{};
};

}  // namespace troupe
