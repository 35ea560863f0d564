// A kernel changes the process's folder and console, so one test runs at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
