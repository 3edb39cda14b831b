// Each test runs half a dozen processes: two at once would test the machine instead.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
