using NeuroLab.Notebooks.Worker;

if (args.Length != 2)
{
    Console.Error.WriteLine("NeuroLab.Worker runs the cells of notebooks and is started by the neurolab command. Try: neurolab run NOTEBOOK");
    return 2;
}

WorkerHost.Run(args);
return 0;
