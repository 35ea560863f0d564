using NeuroLab.Tool.Commands;

return await NeuroLabCommand.InvokeAsync(args);
