using NeuroLab.Notebooks.Worker;

WorkerHost.Run();
