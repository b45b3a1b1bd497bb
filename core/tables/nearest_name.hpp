#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace troupe {

/// Finds the name that was most likely meant: fewest letters changed, added, left out or swapped with their neighbour, without
/// regard to case. Names that are too far away are no help and are not offered.
class NearestName {
 public:
    explicit NearestName(std::string_view wanted);

    /// `name` must outlive this. Of equally near ones the first stays.
    void offer(std::string_view name) { offer(name, name); }
    /// `compared` is looked at in the place of `name`: the part of it that tells names apart.
    void offer(std::string_view name, std::string_view compared);
    /// Empty where nothing is near.
    [[nodiscard]] std::string_view best() const { return best_; }

 private:
    std::string wanted_;
    std::string_view best_;
    std::size_t limit_;  // only distances below it count
};

}  // namespace troupe
